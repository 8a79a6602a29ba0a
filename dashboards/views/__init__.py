"""One module a page. A page reads its filters from the URL, asks `dashboards.data` for rows and shows them."""
