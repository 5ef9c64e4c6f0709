namespace LeadCapture.Admin.Leads;

/// The names of the routes of leads.
public static class LeadRoutes
{
    public const string List = "leads";
    public const string File = "leads/file";
    public const string Search = "leads/search";
    public const string Lead = "lead";
    public const string SaveView = "leads/save-view";
    public const string DeleteView = "leads/delete-view";
    public const string Columns = "leads/columns";
    public const string Photo = "lead/photo";
    public const string Correction = "lead/correction";
    public const string Resubmit = "lead/resubmit";
    public const string Discard = "lead/discard";
    public const string Restore = "lead/restore";
    public const string Release = "lead/release";
    public const string EnrollNow = "lead/follow-up/now";
    public const string ChangeSequence = "lead/follow-up/sequence";
    public const string CancelFollowUp = "lead/follow-up/cancel";
    public const string Enroll = "lead/follow-up/enroll";
    public const string Unenroll = "lead/follow-up/remove";
}
