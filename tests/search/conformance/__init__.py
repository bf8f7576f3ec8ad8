"""One search, two engines: what they answer is compared with each other and with looking at every document."""
