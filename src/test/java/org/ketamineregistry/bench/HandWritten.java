package org.ketamineregistry.bench;

/**
 * Queries for one question each, by sex, as somebody would write them who knows the tables and
 * counts. Both take the first and the last day.
 */
enum HandWritten {
  SESSIONS(
      "sessions",
      """
      SELECT t.sex, count(*)
      FROM flat.session s JOIN flat.patient t ON t.id = s.patient_id
      WHERE flat.day(s.started_at_text) BETWEEN ?::date AND ?::date AND s.status NOT IN ('entered-in-error', 'cancelled')
        AND EXISTS (
          SELECT FROM flat.administration a
          WHERE a.session_id = s.id AND a.status IN ('in-progress', 'completed', 'stopped'))
      GROUP BY 1
      """,
      "SELECT strata ->> 'sex', count(*) FROM %s.session WHERE day BETWEEN ?::date AND ?::date GROUP BY 1"),
  PATIENTS_TREATED(
      "patients-treated",
      """
      SELECT t.sex, count(DISTINCT p.person)
      FROM flat.session s JOIN flat.patient t ON t.id = s.patient_id JOIN flat.person p ON p.patient_id = t.id
      WHERE flat.day(s.started_at_text) BETWEEN ?::date AND ?::date AND s.status NOT IN ('entered-in-error', 'cancelled')
        AND EXISTS (
          SELECT FROM flat.administration a
          WHERE a.session_id = s.id AND a.status IN ('in-progress', 'completed', 'stopped'))
      GROUP BY 1
      """,
      """
      SELECT strata ->> 'sex', count(DISTINCT person) FROM %s.session
      WHERE day BETWEEN ?::date AND ?::date GROUP BY 1
      """),
  STOPPED_INFUSIONS(
      "stopped-infusions",
      """
      SELECT t.sex, count(*), count(*) FILTER (WHERE a.status = 'stopped'),
             count(*) FILTER (WHERE a.status = 'stopped' AND a.stop_reason = 'adverse-effect')
      FROM flat.administration a JOIN flat.patient t ON t.id = a.patient_id
      WHERE flat.day(a.started_at_text) BETWEEN ?::date AND ?::date AND a.status IN ('completed', 'stopped')
      GROUP BY 1
      """,
      """
      SELECT strata ->> 'sex', count(*), count(*) FILTER (WHERE stopped),
             count(*) FILTER (WHERE stopped AND stop_reason = 'adverse-effect')
      FROM %s.infusion WHERE day BETWEEN ?::date AND ?::date GROUP BY 1
      """),
  RAISED_BLOOD_PRESSURE(
      "raised-blood-pressure",
      """
      SELECT t.sex, count(*), count(*) FILTER (WHERE r.raised)
      FROM flat.session s
      JOIN flat.patient t ON t.id = s.patient_id
      JOIN (
        SELECT b.session_id, bool_or(p.systolic >= b.systolic + 40 OR p.diastolic >= b.diastolic + 25) AS raised
        FROM (
          SELECT DISTINCT ON (session_id) session_id, systolic, diastolic FROM flat.measurement
          WHERE code = '85354-9' AND timing = 'before' ORDER BY session_id, measured_at DESC
        ) AS b
        JOIN flat.measurement p
          ON p.session_id = b.session_id AND p.code = '85354-9' AND p.timing IN ('during', 'after')
        GROUP BY 1
      ) AS r ON r.session_id = s.id
      WHERE flat.day(s.started_at_text) BETWEEN ?::date AND ?::date
      GROUP BY 1
      """,
      """
      SELECT s.strata ->> 'sex', count(*), count(*) FILTER (WHERE r.raised)
      FROM %1$s.session s JOIN %1$s.pressure_rise r ON r.session_id = s.id
      WHERE s.day BETWEEN ?::date AND ?::date GROUP BY 1
      """),
  RESPONSE(
      "response",
      """
      SELECT s.code, count(*) FILTER (WHERE s.total * 2 <= b.total), count(*)
      FROM flat.score s
      JOIN flat.patient t ON t.id = s.patient_id
      CROSS JOIN LATERAL (
        SELECT a.started_at, v.course_id FROM flat.administration a JOIN flat.session v ON v.id = a.session_id
        WHERE a.patient_id = s.patient_id AND a.started_at <= s.measured_at ORDER BY a.started_at DESC LIMIT 1
      ) AS d
      CROSS JOIN LATERAL (
        SELECT o.total FROM flat.score o
        WHERE o.patient_id = s.patient_id AND o.code = s.code AND o.measured_at <= (
          SELECT min(a.started_at) FROM flat.administration a JOIN flat.session v ON v.id = a.session_id
          WHERE a.patient_id = s.patient_id AND v.course_id = d.course_id)
        ORDER BY o.measured_at DESC LIMIT 1
      ) AS b
      WHERE s.code IN ('madrs-total', 'qids-sr16-total', 'ham-d17-total', '44261-6')
        AND flat.day(s.measured_at_text) BETWEEN ?::date AND ?::date
        AND s.measured_at - d.started_at BETWEEN interval '20 hours' AND interval '48 hours'
      GROUP BY 1
      """,
      """
      SELECT instrument, count(*) FILTER (WHERE responds), count(*) FILTER (WHERE baseline > 0)
      FROM %s.assessment WHERE day BETWEEN ?::date AND ?::date GROUP BY instrument, time_point
      """);

  private final String measure;
  private final String overFlatTables;
  private final String overCut;

  HandWritten(String measure, String overFlatTables, String overCut) {
    this.measure = measure;
    this.overFlatTables = overFlatTables;
    this.overCut = overCut;
  }

  String measure() {
    return measure;
  }

  String overFlatTables() {
    return overFlatTables;
  }

  String overCut(String copy) {
    return overCut.formatted(copy);
  }
}
