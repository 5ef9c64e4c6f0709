namespace LeadCapture.Booth;

/// The names of the routes of the booth.
public static class BoothRoutes
{
    public const string Root = "/booth";
    public const string App = "booth";
    public const string Relay = "relay";
}
