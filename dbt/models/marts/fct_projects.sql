select
    projects.project_id,
    projects.document_id as plan_id,
    projects.document_id,
    plans.region_code,
    projects.section_id,
    sections.path as section_path,
    projects.measure_id,
    projects.project_name,
    projects.project_stage as stage_text,
    case
        when {{ matches('projects.project_stage', '续建|在建') }} then 'continued'
        when {{ matches('projects.project_stage', '前期|储备|预备') }} then 'prepared'
        when {{ matches('projects.project_stage', '谋划|规划|争取') }} then 'proposed'
        when {{ matches('projects.project_stage', '建成|竣工|完工|投用|投产|通车') }} then 'completed'
        when {{ matches('projects.project_stage', '新建|新开工|开工|扩建|改建|迁建|重建|技改|改造') }} then 'new'
        when {{ matches('projects.project_stage', '推进|实施') }} then 'pursued'
    end as stage,
    projects.project_kind as kind,
    case projects.investment_unit
        when '亿元' then projects.investment_value
        when '万元' then projects.investment_value / 10000
    end as investment_100m_cny,
    projects.investment_text,
    projects.scale_text,
    projects.place_text,
    projects.start_year,
    projects.end_year,
    coalesce(projects.departments, {{ empty_list() }}) as departments,
    projects.quote,
    projects.start_char,
    projects.end_char,
    projects.rule,
    projects.confidence
from {{ ref('stg_plan_projects') }} as projects
inner join {{ ref('int_plans') }} as plans on projects.document_id = plans.document_id
left join {{ ref('stg_plan_sections') }} as sections on projects.section_id = sections.section_id
order by projects.project_id
