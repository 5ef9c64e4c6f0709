using System.Text.RegularExpressions;
using TimeZoneConverter;

namespace LeadCapture.Forms.Fields;

/// The time zones that a time zone field suggests. A list of our own: many containers have none.
public static partial class TimeZones
{
    private const string Places = """
        Africa: Abidjan Accra Addis_Ababa Algiers Asmara Bamako Bangui Banjul Bissau Blantyre Brazzaville Bujumbura Cairo
        Casablanca Ceuta Conakry Dakar Dar_es_Salaam Djibouti Douala El_Aaiun Freetown Gaborone Harare Johannesburg Juba Kampala
        Khartoum Kigali Kinshasa Lagos Libreville Lome Luanda Lubumbashi Lusaka Malabo Maputo Maseru Mbabane Mogadishu Monrovia
        Nairobi Ndjamena Niamey Nouakchott Ouagadougou Porto-Novo Sao_Tome Tripoli Tunis Windhoek
        America: Adak Anchorage Anguilla Antigua Araguaina Argentina/Buenos_Aires Argentina/Catamarca Argentina/Cordoba
        Argentina/Jujuy Argentina/La_Rioja Argentina/Mendoza Argentina/Rio_Gallegos Argentina/Salta Argentina/San_Juan
        Argentina/San_Luis Argentina/Tucuman Argentina/Ushuaia Aruba Asuncion Atikokan Bahia Bahia_Banderas Barbados Belem
        Belize Blanc-Sablon Boa_Vista Bogota Boise Cambridge_Bay Campo_Grande Cancun Caracas Cayenne Cayman Chicago Chihuahua
        Ciudad_Juarez Costa_Rica Coyhaique Creston Cuiaba Curacao Danmarkshavn Dawson Dawson_Creek Denver Detroit Dominica
        Edmonton Eirunepe El_Salvador Fort_Nelson Fortaleza Glace_Bay Goose_Bay Grand_Turk Grenada Guadeloupe Guatemala
        Guayaquil Guyana Halifax Havana Hermosillo Indiana/Indianapolis Indiana/Knox Indiana/Marengo Indiana/Petersburg
        Indiana/Tell_City Indiana/Vevay Indiana/Vincennes Indiana/Winamac Inuvik Iqaluit Jamaica Juneau Kentucky/Louisville
        Kentucky/Monticello Kralendijk La_Paz Lima Los_Angeles Lower_Princes Maceio Managua Manaus Marigot Martinique Matamoros
        Mazatlan Menominee Merida Metlakatla Mexico_City Miquelon Moncton Monterrey Montevideo Montserrat Nassau New_York Nome
        Noronha North_Dakota/Beulah North_Dakota/Center North_Dakota/New_Salem Nuuk Ojinaga Panama Paramaribo Phoenix
        Port-au-Prince Port_of_Spain Porto_Velho Puerto_Rico Punta_Arenas Rankin_Inlet Recife Regina Resolute Rio_Branco
        Santarem Santiago Santo_Domingo Sao_Paulo Scoresbysund Sitka St_Barthelemy St_Johns St_Kitts St_Lucia St_Thomas
        St_Vincent Swift_Current Tegucigalpa Thule Tijuana Toronto Tortola Vancouver Whitehorse Winnipeg Yakutat
        Antarctica: Casey Davis DumontDUrville Macquarie Mawson McMurdo Palmer Rothera Syowa Troll Vostok
        Arctic: Longyearbyen
        Asia: Aden Almaty Amman Anadyr Aqtau Aqtobe Ashgabat Atyrau Baghdad Bahrain Baku Bangkok Barnaul Beirut Bishkek Brunei
        Chita Colombo Damascus Dhaka Dili Dubai Dushanbe Famagusta Gaza Hebron Ho_Chi_Minh Hong_Kong Hovd Irkutsk Jakarta
        Jayapura Jerusalem Kabul Kamchatka Karachi Kathmandu Khandyga Kolkata Krasnoyarsk Kuala_Lumpur Kuching Kuwait Macau
        Magadan Makassar Manila Muscat Nicosia Novokuznetsk Novosibirsk Omsk Oral Phnom_Penh Pontianak Pyongyang Qatar Qostanay
        Qyzylorda Riyadh Sakhalin Samarkand Seoul Shanghai Singapore Srednekolymsk Taipei Tashkent Tbilisi Tehran Thimphu Tokyo
        Tomsk Ulaanbaatar Urumqi Ust-Nera Vientiane Vladivostok Yakutsk Yangon Yekaterinburg Yerevan
        Atlantic: Azores Bermuda Canary Cape_Verde Faroe Madeira Reykjavik South_Georgia St_Helena Stanley
        Australia: Adelaide Brisbane Broken_Hill Darwin Eucla Hobart Lindeman Lord_Howe Melbourne Perth Sydney
        Europe: Amsterdam Andorra Astrakhan Athens Belgrade Berlin Bratislava Brussels Bucharest Budapest Busingen Chisinau
        Copenhagen Dublin Gibraltar Guernsey Helsinki Isle_of_Man Istanbul Jersey Kaliningrad Kirov Kyiv Lisbon Ljubljana London
        Luxembourg Madrid Malta Mariehamn Minsk Monaco Moscow Oslo Paris Podgorica Prague Riga Rome Samara San_Marino Sarajevo
        Saratov Simferopol Skopje Sofia Stockholm Tallinn Tirane Ulyanovsk Vaduz Vatican Vienna Vilnius Volgograd Warsaw Zagreb
        Zurich
        Indian: Antananarivo Chagos Christmas Cocos Comoro Kerguelen Mahe Maldives Mauritius Mayotte Reunion
        Pacific: Apia Auckland Bougainville Chatham Chuuk Easter Efate Fakaofo Fiji Funafuti Galapagos Gambier Guadalcanal Guam
        Honolulu Kanton Kiritimati Kosrae Kwajalein Majuro Marquesas Midway Nauru Niue Norfolk Noumea Pago_Pago Palau Pitcairn
        Pohnpei Port_Moresby Rarotonga Saipan Tahiti Tarawa Tongatapu Wake Wallis
        """;

    public static IReadOnlyList<string> All { get; } = [.. Read().Append("UTC")];

    /// The id that somebody means: as listed, by the city alone, by an older name, a distance from UTC, or a name of Windows or
    /// Rails. Null: none, or several.
    public static string? Find(string typed)
    {
        var text = typed.Replace(' ', '_');
        return All.FirstOrDefault(id => id.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(id => id.EndsWith("/" + text, StringComparison.OrdinalIgnoreCase))
            ?? RenamedZones.Find(text) ?? (Shape().IsMatch(text) ? text : null)
            ?? (Distance().Match(typed) is { Success: true } distance ? At(distance) : OfTool(typed));
    }

    /// Its sign in an id is the other way round. Between whole hours there is a place that never changes its clock.
    private static string? At(Match distance)
    {
        var hours = int.Parse(distance.Groups["hours"].ValueSpan, InvariantCulture);
        var isWest = distance.Groups["sign"].Value != "+";
        return (distance.Groups["minutes"].Value, isWest, hours) switch
        {
            ("" or "00", _, 0) => "UTC",
            ("" or "00", true, <= 12) => $"Etc/GMT+{hours}",
            ("" or "00", false, <= 14) => $"Etc/GMT-{hours}",
            ("30", false, 3) => "Asia/Tehran",
            ("30", false, 4) => "Asia/Kabul",
            ("30", false, 5) => "Asia/Kolkata",
            ("45", false, 5) => "Asia/Kathmandu",
            ("30", false, 6) => "Asia/Yangon",
            _ => null,
        };
    }

    private static string? OfTool(string typed)
    {
        var name = typed.Replace("Daylight", "Standard", StringComparison.OrdinalIgnoreCase);
        return TZConvert.TryWindowsToIana(name, out var id) || TZConvert.TryRailsToIana(typed, out id)
            ? RenamedZones.Find(id) ?? id
            : null;
    }

    [GeneratedRegex(@"^(?:UTC|GMT)?\s*(?<sign>[+\-−–])(?<hours>\d{1,2})(?::?(?<minutes>\d\d))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Distance();

    [GeneratedRegex("^(GMT|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|"
        + "Mexico|Pacific|US)/[A-Za-z0-9_+/-]+)$")]
    private static partial Regex Shape();

    private static IEnumerable<string> Read()
    {
        var area = "";
        foreach (var word in Places.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.EndsWith(':'))
                area = word[..^1];
            else
                yield return $"{area}/{word}";
        }
    }
}
