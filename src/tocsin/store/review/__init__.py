"""What people say about readings, in a database: corrections, double coding, and the queue of what to look at first."""
