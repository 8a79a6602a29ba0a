select region_code, region_name, level, parent_region_code, parent_region_name, path_name, document_id, input_path, line
from {{ ref('int_regions') }}
order by region_code
