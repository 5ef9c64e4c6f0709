namespace LeadCapture.Admin.Devices;

/// The names of the routes of events and their tablets.
public static class DeviceRoutes
{
    public const string List = "devices";
    public const string Device = "device";
    public const string Revoke = "device/revoke";
    public const string NewEvent = "events/new";
    public const string Event = "event";
    public const string Pair = "event/pair";
    public const string Attract = "event/attract";
    public const string RemoveAttract = "event/attract/remove";
    public const string Report = "event/report";
    public const string ReportFile = "event/report.csv";
    public const string Ready = "event/ready";
    public const string CheckNow = "event/ready/check";
    public const string SendTestLead = "event/ready/test";
    public const string Poster = "event/poster";
    public const string PosterCode = "event/poster/qr.svg";
    public const string Key = "event/key";
    public const string ExportKey = "event/key/export";
    public const string ImportKey = "event/key/import";
    public const string OpenKept = "event/open";
}
