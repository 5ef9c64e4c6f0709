using LeadCapture.Data;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries.Queue;

internal static class AttemptRow
{
    /// Nothing where the delivery was stored without it: the lead is there already, or the gate is not clean.
    public static int Begin(SqlTransaction transaction, Attempt attempt) => transaction.Add(
        """
        INSERT INTO attempts (id, lead_id, kind, started_at, counts_at, calls, answers_version)
        SELECT $1, $2, $3, $4, $5, $6, $7 WHERE EXISTS (SELECT 1 FROM deliveries WHERE lead_id = $2 AND attempt_id = $1)
        """,
        attempt.Id, attempt.LeadId, attempt.Kind, attempt.StartedAt, attempt.CountsAt, attempt.Calls,
        attempt.AnswersVersion);

    public static void End(SqlTransaction transaction, Attempt attempt, Recording recording, DateTime now)
    {
        var answer = recording.Result;
        // What was delivered is kept with the delivery; the log keeps what a person may have to look into.
        var accepted = recording.Claimed.Delivery.IsStepDone;
        transaction.Add(
            """
            UPDATE attempts SET ended_at = $2, counts_at = $2, calls = $3, outcome = $4, cause = $5, status = $6, reason = $7,
                request = $8, response = $9 WHERE id = $1
            """,
            attempt.Id, now, answer.Calls, answer.Outcome, answer.Cause, answer.Status, accepted ? null : answer.Reason,
            accepted ? null : recording.Request, accepted ? null : answer.ResponseBody);
    }

    private const string Lost = "The program stopped during this attempt.";

    /// Its worker died: what came back will never be known.
    public static void Lose(SqlTransaction transaction, Guid attempt, DateTime now) => transaction.Add(
        "UPDATE attempts SET ended_at = $2, outcome = $3, cause = $4, reason = $5 WHERE id = $1 AND ended_at IS NULL",
        attempt, now, Outcome.Unknown, Cause.NoAnswer, Lost);

    /// Where this process is the only one: all workers but its own are dead.
    public static void LoseAll(SqlTransaction transaction, DateTime now) => transaction.Add(
        """
        UPDATE attempts SET ended_at = $1, outcome = $2, cause = $3, reason = $4
        WHERE ended_at IS NULL AND id IN (SELECT attempt_id FROM deliveries WHERE priority IN (0, 1, 2) AND due_at IS NOT NULL)
        """,
        now, Outcome.Unknown, Cause.NoAnswer, Lost);

    /// Whether somebody else's create was accepted between this lead's first lost create and its last: Reply.io works, and what fails
    /// is the lead's own. What gets through when an outage is over says nothing about those that failed in it.
    public static async ValueTask<bool> OthersGetThrough(SqlTransaction transaction, Guid lead, DateTime since) => (await transaction.Query(
        """
        SELECT 1 FROM attempts WHERE counts_at > $1 AND kind = $2 AND outcome = $3 AND lead_id <> $4
            AND counts_at < (SELECT max(started_at) FROM attempts WHERE lead_id = $4 AND kind = $2) LIMIT 1
        """,
        row => true, since, AttemptKind.Create, Outcome.Accepted, lead)).Count > 0;
}
