using System.Collections.Frozen;

namespace LeadCapture.Forms.Fields;

/// Time zones under names that they had before, or that stand for them in short.
public static class RenamedZones
{
    /// From the links of the time zone database; those of central Europe and its like as it has them since 2024.
    private const string Links = """
        Africa/Asmara: Africa/Asmera. Africa/Bamako: Africa/Timbuktu. Africa/Cairo: Egypt. Africa/Tripoli: Libya.
        America/Adak: America/Atka US/Aleutian. America/Anchorage: US/Alaska. America/Argentina/Buenos_Aires:
        America/Buenos_Aires. America/Argentina/Catamarca: America/Argentina/ComodRivadavia America/Catamarca.
        America/Argentina/Cordoba: America/Cordoba America/Rosario. America/Argentina/Jujuy: America/Jujuy.
        America/Argentina/Mendoza: America/Mendoza. America/Atikokan: America/Coral_Harbour. America/Chicago: US/Central
        CST6CDT. America/Denver: America/Shiprock Navajo US/Mountain MST7MDT. America/Detroit: US/Michigan. America/Edmonton:
        America/Yellowknife Canada/Mountain. America/Halifax: Canada/Atlantic. America/Havana: Cuba.
        America/Indiana/Indianapolis: America/Fort_Wayne America/Indianapolis US/East-Indiana. America/Indiana/Knox:
        America/Knox_IN US/Indiana-Starke. America/Iqaluit: America/Pangnirtung. America/Jamaica: Jamaica.
        America/Kentucky/Louisville: America/Louisville. America/Los_Angeles: US/Pacific US/Pacific-New PST8PDT.
        America/Manaus: Brazil/West. America/Mazatlan: Mexico/BajaSur. America/Mexico_City: Mexico/General. America/New_York:
        US/Eastern EST5EDT. America/Noronha: Brazil/DeNoronha. America/Nuuk: America/Godthab. America/Phoenix: US/Arizona.
        America/Regina: Canada/Saskatchewan Canada/East-Saskatchewan. America/Rio_Branco: America/Porto_Acre Brazil/Acre.
        America/Santiago: Chile/Continental. America/Sao_Paulo: Brazil/East. America/St_Johns: Canada/Newfoundland.
        America/St_Thomas: America/Virgin. America/Tijuana: America/Ensenada America/Santa_Isabel Mexico/BajaNorte.
        America/Toronto: America/Montreal America/Nipigon America/Thunder_Bay Canada/Eastern. America/Vancouver:
        Canada/Pacific. America/Whitehorse: Canada/Yukon. America/Winnipeg: America/Rainy_River Canada/Central.
        Antarctica/McMurdo: Antarctica/South_Pole. Asia/Ashgabat: Asia/Ashkhabad. Asia/Dhaka: Asia/Dacca. Asia/Ho_Chi_Minh:
        Asia/Saigon. Asia/Hong_Kong: Hongkong. Asia/Jerusalem: Asia/Tel_Aviv Israel. Asia/Kathmandu: Asia/Katmandu.
        Asia/Kolkata: Asia/Calcutta. Asia/Macau: Asia/Macao. Asia/Makassar: Asia/Ujung_Pandang. Asia/Nicosia: Europe/Nicosia.
        Asia/Seoul: ROK. Asia/Shanghai: Asia/Chongqing Asia/Chungking Asia/Harbin PRC. Asia/Taipei: ROC. Asia/Tehran: Iran.
        Asia/Thimphu: Asia/Thimbu. Asia/Tokyo: Japan. Asia/Ulaanbaatar: Asia/Choibalsan Asia/Ulan_Bator. Asia/Urumqi:
        Asia/Kashgar. Asia/Yangon: Asia/Rangoon. Arctic/Longyearbyen: Atlantic/Jan_Mayen. Atlantic/Faroe: Atlantic/Faeroe.
        Atlantic/Reykjavik: Iceland. Australia/Adelaide: Australia/South. Australia/Brisbane: Australia/Queensland.
        Australia/Broken_Hill: Australia/Yancowinna. Australia/Darwin: Australia/North. Australia/Hobart: Australia/Currie
        Australia/Tasmania. Australia/Lord_Howe: Australia/LHI. Australia/Melbourne: Australia/Victoria. Australia/Perth:
        Australia/West. Australia/Sydney: Australia/ACT Australia/Canberra Australia/NSW. Europe/Athens: EET EEST.
        Europe/Brussels: CET CEST MET MEST. Europe/Chisinau: Europe/Tiraspol. Europe/Dublin: Eire. Europe/Istanbul:
        Asia/Istanbul Turkey. Europe/Kyiv: Europe/Kiev Europe/Uzhgorod Europe/Zaporozhye. Europe/Lisbon: Portugal WET WEST.
        Europe/London: Europe/Belfast GB GB-Eire. Europe/Moscow: W-SU. Europe/Warsaw: Poland. Pacific/Auckland: NZ.
        Pacific/Chatham: NZ-CHAT. Pacific/Chuuk: Pacific/Truk Pacific/Yap. Pacific/Easter: Chile/EasterIsland.
        Pacific/Honolulu: Pacific/Johnston US/Hawaii. Pacific/Kanton: Pacific/Enderbury. Pacific/Kwajalein: Kwajalein.
        Pacific/Pago_Pago: Pacific/Samoa US/Samoa. Pacific/Pohnpei: Pacific/Ponape. UTC: UCT Universal Zulu Z GMT+0 GMT-0 GMT0
        Greenwich.
        """;

    /// Areas whose names end with a city: US/Eastern and Canada/Eastern are two.
    private static readonly string[] AreasOfCities = ["Africa/", "America/", "Asia/", "Europe/", "Antarctica/"];

    private static readonly Lazy<FrozenDictionary<string, string>> ByName = new(Read);

    /// Blanks as underscores; the whole name, or the city alone.
    public static string? Find(string name) => ByName.Value.GetValueOrDefault(name);

    private static FrozenDictionary<string, string> Read()
    {
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in Links.Split('.', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (now, before) = (entry[..entry.IndexOf(':')], entry[(entry.IndexOf(':') + 1)..]);
            foreach (var name in before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                names[name] = now;
                if (Array.Exists(AreasOfCities, area => name.StartsWith(area, StringComparison.Ordinal)))
                    names.TryAdd(name[(name.LastIndexOf('/') + 1)..], now);
            }
        }
        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
