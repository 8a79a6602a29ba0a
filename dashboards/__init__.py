"""The Streamlit dashboard: reads the published warehouse and shows it; writes nothing."""
