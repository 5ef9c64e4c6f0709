namespace LeadCapture.Admin.Forms;

/// The names of the routes of forms.
public static class FormRoutes
{
    public const string List = "forms";
    public const string New = "forms/new";
    public const string Import = "forms/import";
    public const string Edit = "form";
    public const string Change = "form/draft";
    public const string Preview = "form/preview";
    public const string Look = "form/look";
    public const string DraftStyle = "form/look/draft";
    public const string ResetLook = "form/look/reset";
    public const string MakeDefaultLook = "form/look/default";
    public const string RemoveDefaultLook = "form/look/default/remove";
    public const string LookTokens = "form/look/tokens";
    public const string LookSamples = "form/look/samples";
    public const string Settings = "form/settings";
    public const string Link = "form/settings/link";
    public const string FollowUp = "form/follow-up";
    public const string Share = "form/share";
    public const string QrSvg = "form/share/qr.svg";
    public const string QrPng = "form/share/qr.png";
    public const string Poster = "form/poster";
    public const string Test = "form/test";
    public const string Numbers = "form/numbers";
    public const string Publish = "form/publish";
    public const string Versions = "form/versions";
    public const string RestoreVersion = "form/versions/restore";
    public const string Copy = "form/copy";
    public const string Export = "form/export";
    public const string Archive = "form/archive";
    public const string Restore = "form/restore";
    public const string Close = "form/close";
    public const string Open = "form/open";
}
