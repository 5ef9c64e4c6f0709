using static LeadCapture.Admin.Audit.AuditText;

namespace LeadCapture.Admin.Audit;

/// Our words for what something was done to. The kinds themselves are stored.
public static class AuditKinds
{
    public static string Of(string kind) => kind switch
    {
        "lead" => T["Lead"],
        "user" => T["User"],
        "run" => T["Bulk action"],
        "form" => T["Form"],
        "failure" => T["Failure"],
        "settings" => T["Settings"],
        "leads" => T["Leads"],
        "audit" => T["Audit log"],
        _ => kind,
    };

    public static string Nothing(string kind) => kind switch
    {
        "lead" => T["No activity is recorded for this lead."],
        "user" => T["No activity is recorded for this user."],
        "run" => T["No activity is recorded for this bulk action."],
        "form" => T["No activity is recorded for this form."],
        "failure" => T["No activity is recorded for this failure."],
        _ => T["No activity is recorded for this object."],
    };
}
