namespace LeadCapture.Admin.Audit;

/// Our words for what something was done to. The kinds themselves are stored.
public static class AuditKinds
{
    public static string Of(string kind) => kind switch
    {
        "lead" => "Lead",
        "user" => "User",
        "run" => "Bulk action",
        "form" => "Form",
        "failure" => "Failure",
        "settings" => "Settings",
        "leads" => "Leads",
        "audit" => "Audit log",
        _ => kind,
    };

    public static string This(string kind) => kind switch
    {
        "lead" => "this lead",
        "user" => "this user",
        "run" => "this bulk action",
        "form" => "this form",
        "failure" => "this failure",
        _ => "this object",
    };

    public static string Nothing(string kind) => kind switch
    {
        "lead" => "No activity is recorded for this lead.",
        "user" => "No activity is recorded for this user.",
        "run" => "No activity is recorded for this bulk action.",
        "form" => "No activity is recorded for this form.",
        "failure" => "No activity is recorded for this failure.",
        _ => "No activity is recorded for this object.",
    };
}
