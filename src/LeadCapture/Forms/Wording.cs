using System.Globalization;
using LeadCapture.ReplyIo;

namespace LeadCapture.Forms;

/// Reply.io's values in people's words. A value that this version does not know is shown as it came.
public static class Wording
{
    public static string? Of(Open<CompanySize> size) => size.Known switch
    {
        CompanySize.Empty => null,
        CompanySize.SelfEmployed => "Self-employed",
        CompanySize.Ten => "1-10 employees",
        CompanySize.Fifty => "11-50 employees",
        CompanySize.TwoHundred => "51-200 employees",
        CompanySize.FiveHundred => "201-500 employees",
        CompanySize.OneThousand => "501-1,000 employees",
        CompanySize.FiveThousand => "1,001-5,000 employees",
        CompanySize.TenThousand => "5,001-10,000 employees",
        CompanySize.OverTenThousand => "More than 10,000 employees",
        _ => size.Text,
    };

    public static string Of(Open<PhoneStatus> status) => status.Known switch
    {
        PhoneStatus.Pending => "Being checked",
        PhoneStatus.Invalid => "Not a valid number",
        PhoneStatus.Valid => "Valid number",
        PhoneStatus.ValidationFailed => "Could not be checked",
        PhoneStatus.NotValidated => "Not checked",
        _ => status.Text,
    };

    public static string Of(Open<MembershipStatus> status) => status.Known switch
    {
        MembershipStatus.OutOfOffice => "Out of office",
        { } known => known.ToString(),
        _ => status.Text,
    };

    /// Without an offset, the zone is not known and none is shown.
    public static string? Of(ReplyIoDate? date) => date switch
    {
        null => null,
        { Local: { } local, Offset: { } offset } => $"{Of(local)} (UTC{(offset == TimeSpan.Zero ? "" : Signed(offset))})",
        { Local: { } local } => Of(local),
        { } other => other.Text,
    };

    public static string Of(DateTime moment) => moment.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private static string Signed(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
}
