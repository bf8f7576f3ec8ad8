"""Small maps drawn by the server: no tiles, no script. Pure; knows no framework."""
