"""Everything that touches the world: database, broker, carrier, web pages, commands."""
