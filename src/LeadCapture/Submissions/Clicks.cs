using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using LeadCapture.Data;
using LeadCapture.Leads;

namespace LeadCapture.Submissions;

/// Tells a double click on a form that names no submission. The same answers to a form from one address are a series, and each
/// lead of it has the next number; which of two clicks was first is decided by the store, where every id is there once.
public sealed class Clicks(Store store, RingKeys keys)
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(10);
    private const int SeriesLength = 32;

    private byte[]? key;

    /// Keyed: nobody who has the store can find an address by trying them all.
    public string SeriesOf(Lead lead, IPAddress sender)
    {
        var address = sender.IsIPv4MappedToIPv6 ? sender.MapToIPv4() : sender;
        var said = Encoding.UTF8.GetBytes($"{lead.FormId}\n{address}\n{lead.AnswersJson}");
        return Convert.ToHexStringLower(HMACSHA256.HashData(key ??= keys.Of("LeadCapture.Clicks"), said))[..SeriesLength];
    }

    public static string First(string series) => Id(series, 0);

    /// Of the series' last lead where that was a moment ago, and otherwise a new one.
    public async Task<string> Next(string series, Lead lead)
    {
        await using var reading = await store.Read();
        var found = await reading.Query(
            """
            SELECT submission_id, received_at FROM leads
            WHERE form_id = $1 AND submission_id >= $2 AND submission_id <= $3 ORDER BY submission_id DESC LIMIT 1
            """,
            row => (row.GetString(0), reading.Time(row, 1)), lead.FormId, First(series), Id(series, uint.MaxValue));
        if (found is not [var (last, receivedAt)])
            return First(series);
        return AreOne(receivedAt, lead.ReceivedAt) ? last : Id(series, NumberOf(last) + 1);
    }

    public static bool AreOne(DateTime first, DateTime second) => (second - first).Duration() <= Apart;

    /// Of one length, in lower case and digits: in the same order in every database.
    private static string Id(string series, uint number) => series + number.ToString("x8", InvariantCulture);

    private static uint NumberOf(string id) =>
        uint.Parse(id.AsSpan(SeriesLength), NumberStyles.AllowHexSpecifier, InvariantCulture);
}
