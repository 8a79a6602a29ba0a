-- One row a heading of one plan, in reading order.
select section_id, parent_section_id, level, kind, number, title, path, start_char, heading_end_char, end_char
from marts.plan_sections
where document_id = $document
order by start_char, level, section_id
