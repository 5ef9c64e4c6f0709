namespace LeadCapture.Admin.Leads.NewLeads;

/// The names of the routes of imported new leads.
public static class NewLeadRoutes
{
    public const string Choose = "import-new";
    public const string Columns = "import-new/columns";
    public const string Show = "import-new/show";
    public const string Start = "import-new/start";
    public const string NotImported = "import-new/not-imported";
}
