"""Numbers to market figures: which number counts what, whose, where and when."""
