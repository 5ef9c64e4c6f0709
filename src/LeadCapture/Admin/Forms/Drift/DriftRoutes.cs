namespace LeadCapture.Admin.Forms.Drift;

/// The names of the routes of missing custom fields.
public static class DriftRoutes
{
    public const string Drift = "forms/drift";
    public const string Check = "forms/drift/check";
    public const string Map = "forms/drift/map";
}
