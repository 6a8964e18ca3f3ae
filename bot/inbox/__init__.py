"""The aiguilleur's inbox, as reads filtered by team, and the acts that belong to it alone."""
