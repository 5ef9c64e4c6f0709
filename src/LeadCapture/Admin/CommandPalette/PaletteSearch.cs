using LeadCapture.Admin.Devices;
using LeadCapture.Admin.Forms;
using LeadCapture.Admin.Leads;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Admin.Leads.NewLeads;
using LeadCapture.Admin.Profile;
using LeadCapture.Admin.Settings;
using LeadCapture.Admin.Users;
using LeadCapture.Forms;
using LeadCapture.Localization;
using LeadCapture.Settings;
using LeadCapture.Web;
using Microsoft.AspNetCore.Mvc;
using static LeadCapture.Admin.AdminText;

namespace LeadCapture.Admin.CommandPalette;

/// Finds pages, actions, forms and leads by what somebody types: all that this user may open, and nothing else.
public sealed class PaletteSearch(Drafts drafts, LeadList leads, TimeProvider clock)
{
    private const int MostForms = 8;
    private const int MostLeads = 8;

    /// Names of people are looked for one by one: not for a letter or two.
    private const int ShortestName = 3;

    private static readonly IReadOnlyList<NavItem> Actions =
    [
        new(FormRoutes.New, Texts.Key("New form"), "add", Role.Admin),
        new(DeviceRoutes.NewEvent, Texts.Key("New event"), "add", Role.Admin),
        new(UserRoutes.New, Texts.Key("Invite user"), "add", Role.Admin),
        new(SettingsRoutes.Sending, Texts.Key("Pause sending"), "pause", Role.Admin),
        new(NewLeadRoutes.Choose, Texts.Key("Import new leads"), "add", Role.Operator),
        new(ImportRoutes.Choose, Texts.Key("Import corrections"), "add", Role.Operator),
    ];

    public async Task<IReadOnlyList<PaletteGroup>> Find(string text, IUrlHelper url, CurrentUser me, CancellationToken aborted)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var actions = Actions.Where(act => me.Is(act.Needs)).Select(act => new PaletteItem(T[act.Label], "", url.To(act.Route)));
        PaletteGroup[] found =
        [
            new(T["Pages"], Fitting(words, Places(url, me))),
            new(T["Actions"], Fitting(words, actions)),
            new(T["Forms"], words.Length == 0 ? [] : await Forms(words, url, aborted)),
            new(T["Leads"], text.Length < ShortestName ? [] : await Leads(text, url, aborted)),
        ];
        return [.. found.Where(group => group.Items.Count > 0)];
    }

    private static IEnumerable<PaletteItem> Places(IUrlHelper url, CurrentUser me)
    {
        foreach (var item in Navigation.Items.Where(item => me.Is(item.Needs)))
            yield return new(T[item.Label], "", url.To(item.Route));
        if (me.Is(Role.Admin))
            foreach (var section in SettingsSections.Items)
                yield return new(SettingsText.T[section.Label], T["Settings"], url.To(section.Route));
        yield return new(T["Profile"], "", url.To(ProfileRoutes.Profile));
    }

    private async Task<IReadOnlyList<PaletteItem>> Forms(string[] words, IUrlHelper url, CancellationToken aborted) =>
    [
        .. Fitting(words, (await drafts.All(aborted)).Where(draft => draft.StateAt(clock.GetUtcNow(), 0) != FormState.Archived)
            .Select(draft => new PaletteItem(draft.Definition.Title, draft.Form.Slug, url.To(FormRoutes.Edit, new { draft.Form.Slug }))))
            .Take(MostForms),
    ];

    private async Task<IReadOnlyList<PaletteItem>> Leads(string text, IUrlHelper url, CancellationToken aborted) =>
    [
        .. (await leads.Search(text, aborted)).Leads.Take(MostLeads).Select(lead => new PaletteItem(
            lead.Name,
            string.Join(" · ", new[] { lead.Answers.Email == lead.Name ? null : lead.Answers.Email, lead.State.Pill().Word }.OfType<string>()),
            url.To(LeadRoutes.Lead, new { lead.Id }))),
    ];

    /// What has every word somewhere; what begins with the first one stands first.
    private static IReadOnlyList<PaletteItem> Fitting(string[] words, IEnumerable<PaletteItem> items) =>
    [
        .. items.Where(item => words.All(word => Holds(item.Label, word) || Holds(item.Detail, word)))
            .OrderByDescending(item => words is [var first, ..] && item.Label.StartsWith(first, StringComparison.CurrentCultureIgnoreCase)),
    ];

    private static bool Holds(string text, string word) => text.Contains(word, StringComparison.CurrentCultureIgnoreCase);
}
