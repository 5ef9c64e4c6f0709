namespace LeadCapture.Admin.Audit;

/// The names of the routes of the audit log.
public static class AuditRoutes
{
    public const string List = "audit";
    public const string File = "audit/file";
}
