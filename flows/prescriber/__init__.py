"""H1: the prescriber of one referral, from the receipt to the last piece of news."""
