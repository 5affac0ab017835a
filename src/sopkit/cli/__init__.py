"""The command line: one file a command. Options go in, one call into `app` is made, a report and an exit status come out.

The only room that prints, exits, and reads the environment and the terminal. Heavy imports stand inside the commands, so that
`--help` stays fast.
"""
