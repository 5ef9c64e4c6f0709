using LeadCapture.Settings;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.Devices.DeviceText;

namespace LeadCapture.Admin.Devices;

/// What became of all that was captured at an event. It names no visitor, so that everybody may see it.
[Needs(Role.Viewer)]
public sealed class ReportController(EventReports reports) : AdminController
{
    [HttpGet("/admin/events/{id}/report", Name = DeviceRoutes.Report)]
    public async Task<IActionResult> Show(int id, CancellationToken aborted) =>
        await reports.Of(id, aborted) is { } report ? View("Report", report) : NotFound();

    /// Each number of each tablet: those that are here, and those that are not.
    [HttpGet("/admin/events/{id}/report.csv", Name = DeviceRoutes.ReportFile)]
    public async Task<IActionResult> File(int id, CancellationToken aborted) => await reports.Of(id, aborted) is { } report
        ? new CsvFile(Slug.Of(report.Event.Name, "event") + "-report.csv",
            [T["Tablet"], T["Number"], T["Captured (UTC)"], T["Received (UTC)"], T["State"], T["Delivered (UTC)"], T["Lead ID"]],
            Rows(report).ToAsyncEnumerable())
        : NotFound();

    private static IEnumerable<IReadOnlyList<string?>> Rows(EventReport report) =>
        from tablet in report.Tablets
        from row in tablet.Lines.Select(line => (line.Number, Cells: Cells(tablet, line)))
            .Concat(tablet.Missing.Select(number => (Number: number, Cells: Missing(tablet, number)))).OrderBy(row => row.Number)
        select row.Cells;

    private static IReadOnlyList<string?> Cells(TabletReport tablet, ReportLine line) =>
    [
        tablet.Name, line.Number.ToString(InvariantCulture), Csv.Time(line.CapturedAt), Csv.Time(line.ReceivedAt),
        line.State?.Pill().Word ?? T["Not decrypted"], line.DeliveredAt is { } at ? Csv.Time(at) : null, line.LeadId?.ToString(),
    ];

    private static IReadOnlyList<string?> Missing(TabletReport tablet, int number) =>
        [tablet.Name, number.ToString(InvariantCulture), null, null, T["Not received yet"], null, null];
}
