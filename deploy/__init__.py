"""How Gongjian is started: the demo here, containers and services beside it."""
