{{ config(materialized='table') }}
-- Decisions of people, each held against the text and the reading as they are now. One counts only where the value still
-- stands at its place, the words around it are the same, and exactly one statement there is read as it was when decided.
-- Of several decisions about one statement the last in the file counts.
with entries as (

    select
        corrections.*,
        documents.document_id as plan_id,
        substr(documents.text, corrections.start_char + 1, length(corrections.value_text)) as text_there,
        -- Twice as far as the quotation is long, because the text may be padded where the quotation is not.
        substr(
            documents.text,
            greatest(corrections.start_char - 2 * length(corrections.expect_quote) - 200, 0) + 1,
            4 * length(corrections.expect_quote) + 400
        ) as text_around
    from {{ ref('stg_corrections') }} as corrections
    left join {{ ref('stg_plan_documents') }} as documents
        on left(corrections.plan_document, 16) = documents.document_id
        and starts_with(documents.sha256, corrections.plan_document)

),

-- Statements at the place of a decision, those that are read as expected before the others.
candidates as (

    select
        entries.correction_id,
        statements.statement_id,
        statements.reading,
        statements.reading = entries.expect_reading as is_expected,
        count(*) filter (where statements.reading = entries.expect_reading) over (partition by entries.correction_id) as expected_count,
        row_number() over (
            partition by entries.correction_id
            order by statements.reading = entries.expect_reading desc, statements.statement_id
        ) as choice
    from entries
    inner join {{ ref('stg_plan_statements') }} as statements
        on entries.plan_id = statements.document_id
        and entries.start_char = statements.start_char
        and entries.value_text = statements.value_text

),

judged as (

    select
        entries.* exclude (text_there, text_around),
        candidates.statement_id,
        candidates.reading as present_reading,
        case
            when entries.plan_id is null then 'plan_missing'
            when entries.text_there <> entries.value_text
                or not contains({{ without_space('entries.text_around') }}, {{ without_space('entries.expect_quote') }})
                then 'text_differs'
            when candidates.statement_id is null and entries.action = 'reject' then 'settled'
            when candidates.statement_id is null then 'not_read'
            when candidates.expected_count > 1 then 'ambiguous'
            when not candidates.is_expected then 'read_otherwise'
            else 'applied'
        end as outcome
    from entries
    left join candidates on entries.correction_id = candidates.correction_id and candidates.choice = 1

)

select
    * exclude (outcome),
    case
        when outcome = 'applied' and row_number() over (
            partition by statement_id, outcome order by input_path desc, line desc
        ) > 1 then 'replaced'
        else outcome
    end as outcome
from judged
