-- Ways to name a region: in full (庆元县), short (庆元, 景宁), and a county's seat (庆元县城), which is not the county itself.
with full_names as (

    select region_name as name_text, region_code, 'full' as name_kind
    from {{ ref('int_regions') }}

),

short_names as (

    select
        regexp_replace(
            regexp_replace(region_name, '{{ peoples() }}自治[区州县旗]$', ''),
            '(自治[区州县旗]|特别行政区|地区|林区|省|市|盟|州|区|县|旗)$', ''
        ) as name_text,
        region_code
    from {{ ref('int_regions') }}

),

county_seats as (

    select short_names.name_text || '县城' as name_text, short_names.region_code, 'county_seat' as name_kind
    from short_names
    inner join {{ ref('int_regions') }} as regions on short_names.region_code = regions.region_code
    where regions.level = 'county'

)

select name_text, region_code, name_kind from full_names
union all
select name_text, region_code, 'short' as name_kind from short_names where length(name_text) >= 2
union all
select name_text, region_code, name_kind from county_seats
