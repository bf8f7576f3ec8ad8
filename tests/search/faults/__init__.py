"""Whatever happens to the process, the disk or the files: answers are right, or there are none until it heals."""
