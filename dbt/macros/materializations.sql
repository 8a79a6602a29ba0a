{#
  Leaner than dbt-duckdb's own: nobody reads the private warehouse while it is built, so a relation is replaced in place,
  in one transaction, and not built beside the old one and renamed (four statements less a model, a quarter of the build).
#}

{% macro replace_in_place(target_relation) %}
    {%- set existing_relation = load_cached_relation(this) -%}
    {{ run_hooks(pre_hooks, inside_transaction=False) }}
    {{ run_hooks(pre_hooks, inside_transaction=True) }}
    {% if existing_relation is not none %}
        {{ adapter.drop_relation(existing_relation) }}
    {% endif %}
    {% call statement('main') -%}
        {% if target_relation.is_view %}
            {{ get_create_view_as_sql(target_relation, sql) }}
        {% else %}
            {{ create_table_as(False, target_relation, sql, 'sql') }}
        {% endif %}
    {%- endcall %}
    {{ run_hooks(post_hooks, inside_transaction=True) }}
    {% do persist_docs(target_relation, model) %}
    {{ adapter.commit() }}
    {{ run_hooks(post_hooks, inside_transaction=False) }}
{% endmacro %}

{% materialization view, adapter='duckdb' %}
    {%- set target_relation = this.incorporate(type='view') -%}
    {% do replace_in_place(target_relation) %}
    {{ return({'relations': [target_relation]}) }}
{% endmaterialization %}

{% materialization table, adapter='duckdb', supported_languages=['sql'] %}
    {%- set target_relation = this.incorporate(type='table') -%}
    {% do replace_in_place(target_relation) %}
    {{ return({'relations': [target_relation]}) }}
{% endmaterialization %}
