"""The endpoints, one file a subject: each reads its parameters, makes one call, and picks the answer."""
