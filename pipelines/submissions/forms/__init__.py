"""The form (报送表) that a department gets each month: what is asked, writing it, and reading it back."""
