"""The SOP as frozen values: the pydantic models of the format and the small value types they are made of."""
