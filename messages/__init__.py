"""What SAS says and what it understands: pure text knowledge, no clock, no database."""
