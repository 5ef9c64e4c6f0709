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
}
