namespace LeadCapture.Admin.Leads.Import;

/// The names of the routes of imported corrections.
public static class ImportRoutes
{
    public const string Choose = "import";
    public const string Show = "import/show";
    public const string Apply = "import/apply";
    public const string NotTaken = "import/not-taken";
}
