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
    {% do describe(target_relation) %}
    {{ adapter.commit() }}
    {{ run_hooks(post_hooks, inside_transaction=False) }}
{% endmacro %}

{#
  The descriptions as comments, in one statement. The columns are not asked for first, as dbt-duckdb does: a mart has the
  columns of its contract, or it would not have been built.
#}
{% macro describe(target_relation) %}
    {% if config.persist_relation_docs() and model.description %}
        {% do run_query(alter_relation_comment(target_relation, model.description)) %}
    {% endif %}
    {% if config.persist_column_docs() and model.columns %}
        {% set comments %}
            {% for name, column in model.columns.items() if column.description %}
                comment on column {{ target_relation }}.{{ name }} is {{ duckdb_escape_comment(column.description) }};
            {% endfor %}
        {% endset %}
        {% do run_query(comments) %}
    {% endif %}
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
