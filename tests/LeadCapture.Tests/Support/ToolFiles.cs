using System.Text;

namespace LeadCapture.Tests.Support;

/// Small files of made-up persons, in the shapes in which other tools write theirs.
internal static class ToolFiles
{
    public static byte[] Of(string tool) => tool switch
    {
        "LinkedIn" => Encoding.UTF8.GetBytes(LinkedIn),
        "Google" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Google)],
        "HubSpot" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(HubSpot)],
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Badges),
    };

    /// Notes stand above the columns, and most addresses are missing.
    public const string LinkedIn =
        "Notes:\n"
        + "\"When exporting your connection data, you may notice that some of the email addresses are missing. \"\"Members\"\" choose, "
        + "see https://example.com/help.\"\n\n"
        + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        + "Ann,Lee,https://www.linkedin.com/in/ann-lee-made-up,ann@example.com,\"Sun, Moon & Co.\",Head of Sales,12 Oct 2026\n"
        + "Bob,Ray,https://www.linkedin.com/in/bob-ray-made-up,,Star Ltd,Buyer,3 Sep 2026\n"
        + ",,,,,,1 Sep 2026\n"
        + "Cleo,Fox,,,Nobody Ltd,Ghost,1 Aug 2026\n";

    public const string Google =
        "First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,"
        + "E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - City,"
        + "Address 1 - Country\r\n"
        + "Ann,Marie,Lee,Sun Ltd,Head of Sales,\"met in Rome,\nlikes tea\",* myContacts,* Work,ann@example.com ::: ann.lee@example.com,,,"
        + "Mobile,+39 06 555 0101,Work,+39 06 555 0102,Rome,Italy\r\n"
        + "Bob,,Ray,,,,* myContacts,,,Other,bob@example.com,,,,,,\r\n";

    public const string HubSpot =
        "Record ID\tFirst Name\tLast Name\tEmail\tPhone Number\tContact owner\tCompany name\tJob Title\tState/Region\tCountry/Region\t"
        + "Number of Employees\tLead Status\n"
        + "101\tAnn\tLee\tann@example.com\t+1 415 555 0101\tOwner One\tSun Ltd\tHead of Sales\tCalifornia\tUnited States\t250\tNew\n"
        + "102\tBob\tRay\tbob@example.com\t\tOwner One\tStar Ltd\t\t\t\t40\tOpen\n";

    /// As a German scanner saves it: in the code page of its Windows, with the sign named above.
    public const string Badges =
        "sep=;\r\n"
        + "Badge-ID;Anrede;Name;Firma;Funktion;E-Mail;Telefon;Land;Bemerkung;Scan Time\r\n"
        + "4711;Frau;Ann Müller;Sonnenschein GmbH;Geschäftsführerin;ann@example.com;+49 30 5550101;Österreich;möchte ein Angebot;2026-10-01 10:00\r\n"
        + "4712;Herr;\"Ray, Bob\";Stern AG;Einkäufer;bob@example.com;;Schweiz;;2026-10-01 10:05\r\n";
}
