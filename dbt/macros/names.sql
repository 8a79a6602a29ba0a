{# How names are made comparable before they are matched. Matching itself is exact. #}

{#
  An indicator's name as the key it is matched by: one form of brackets, no spaces, quotation marks or subscript signs
  (PM _{2.5} = PM2.5), capitals, and the variable name_rewrites applied in its order (规上 = 规模以上, GDP = 地区生产总值).
#}
{% macro indicator_key(name) -%}
    {%- set key = "upper(regexp_replace(translate(" ~ name ~ ", '（）％＆“”\"‘’', '()%&'), '[\\s_{}$　]', '', 'g'))" -%}
    {%- set ns = namespace(key=key) -%}
    {%- for pattern, replacement in var('name_rewrites') -%}
        {%- set ns.key = "regexp_replace(" ~ ns.key ~ ", '" ~ pattern ~ "', '" ~ replacement ~ "', 'g')" -%}
    {%- endfor -%}
    {{ ns.key }}
{%- endmacro %}

{# A unit as the key it is matched by: one form of brackets, slash and per cent sign, no spaces. #}
{% macro unit_key(unit) -%}
    regexp_replace(translate(coalesce({{ unit }}, ''), '（）％／', '()%/'), '[\s　]', '', 'g')
{%- endmacro %}

{#
  -1 where the words around a change or a growth say that it goes down (下降3个百分点) and the number itself has no sign.
  An indicator that is itself a fall (近视率降低, 能耗降幅) counts its fall upwards.
#}
{% macro sign_of_change(quote, value, indicator_name) -%}
    case
        when {{ value }} > 0
            and {{ matches(quote, '降低|下降|减少|缩小|压减|下调|削减') }}
            and not {{ matches(indicator_name, '(降低|下降|减少|缩小|压减|削减|降幅)率?$') }}
            then -1
        else 1
    end
{%- endmacro %}

{# The names of peoples that an autonomous region carries before 自治 (景宁畲族自治县), as a pattern. #}
{% macro peoples() -%}
    (维吾尔|(蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|鄂伦春|德昂|保安|裕固|京|独龙|门巴|珞巴|基诺|各)族)+
{%- endmacro %}

{# Full names that only one region bears, with its code. #}
{% macro unique_full_names() -%}
    select name_text, min(region_code) as region_code
    from {{ ref('int_region_names') }}
    where name_kind = 'full'
    group by name_text
    having count(*) = 1
{%- endmacro %}

{# A 文号 as the key it is matched by: one form of brackets, no spaces. 庆政办发〔2023〕11号 = 庆政办发[2023] 11号. #}
{% macro document_number_key(number) -%}
    regexp_replace(translate({{ number }}, '〔〕［］【】（）()', '[][][][][]'), '[\s　]', '', 'g')
{%- endmacro %}
