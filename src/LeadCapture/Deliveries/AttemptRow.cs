using LeadCapture.Data;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// An attempt in plain SQL.
internal static class AttemptRow
{
    /// Nothing where the delivery was stored without it: the lead is there already, or the gate is not clean.
    public static int Begin(Session session, Attempt attempt) => session.Add(
        """
        INSERT INTO attempts (id, lead_id, kind, started_at, counts_at, calls)
        SELECT $1, $2, $3, $4, $5, $6 WHERE EXISTS (SELECT 1 FROM deliveries WHERE lead_id = $2 AND attempt_id = $1)
        """,
        attempt.Id, attempt.LeadId, attempt.Kind, attempt.StartedAt, attempt.CountsAt, attempt.Calls);

    public static void End(Session session, Attempt attempt, Recording recording, DateTime now)
    {
        var answer = recording.Answer;
        // What was accepted is kept with the delivery; the log keeps what a person may have to look into.
        var accepted = answer.Outcome == Outcome.Accepted;
        session.Add(
            """
            UPDATE attempts SET ended_at = $2, counts_at = $2, calls = $3, outcome = $4, cause = $5, status = $6, reason = $7,
                request = $8, response = $9 WHERE id = $1
            """,
            attempt.Id, now, answer.Calls, answer.Outcome, answer.Cause, answer.Status, accepted ? null : answer.Reason,
            accepted ? null : recording.Request, accepted ? null : answer.ResponseBody);
    }

    /// Its worker died: what came back will never be known.
    public static void Lose(Session session, Guid attempt, DateTime now) => session.Add(
        "UPDATE attempts SET ended_at = $2, outcome = $3, cause = $4, reason = $5 WHERE id = $1 AND ended_at IS NULL",
        attempt, now, Outcome.Unknown, Cause.NoAnswer, "The program stopped during this attempt.");
}
