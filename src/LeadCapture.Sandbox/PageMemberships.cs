using System.Net;

namespace LeadCapture.Sandbox;

/// <summary>The sequences and lists of the account on the page, with who is in them.</summary>
internal static class PageMemberships
{
    private const int Shown = 10;

    public static string Html(SandboxState state)
    {
        var contacts = state.Book.All;
        return $"""
            <section aria-labelledby="rule">
            <h2 id="rule">Sequences and lists</h2>
            <p>The app may enroll contacts in any of these sequences and add them to any of these lists. By rule, besides:</p>
            <ul>
            <li>Every contact with an email joins the sequence <b>Welcome</b>.</li>
            <li>With head, chief, VP, director, CEO or CTO in the title, it joins <b>Decision makers</b> too.</li>
            <li>With a phone number it is on the list <b>Call back</b>.</li>
            <li>With a custom field <code>leadSource</code> it is on the list <b>Source: …</b> of that value.</li>
            </ul>
            <h3 id="sequences">Sequences</h3>
            {Page.Rows("sequences", ["Id", "Sequence", "State", "Contacts"], state.Account.Sequences.Select(place => Row(place, contacts)))}
            <h3 id="lists">Lists</h3>
            {Page.Rows("lists", ["Id", "List", "Shared", "Contacts"], state.Account.Lists.Select(place => Row(place, contacts)))}
            {Orders(state)}
            </section>
            """;
    }

    private static string Row(SequencePlace place, IReadOnlyList<Contact> contacts) => Row(
        place.Id, place.Name, place.State.ToString(), place.State != SequenceState.Archived, contacts.Where(contact => contact.IsIn(place.Id)));

    private static string Row(ListPlace place, IReadOnlyList<Contact> contacts) => Row(
        place.Id, place.Name, place.IsShared ? "Shared" : "Private", true,
        contacts.Where(contact => Membership.ListsOf(contact).Any(list => list.Id == place.Id)));

    private static string Row(int id, string name, string state, bool isGood, IEnumerable<Contact> members) => $"""
        <tr role="row"><td role="cell">{id}</td>
        <td role="cell">{WebUtility.HtmlEncode(name)}</td>
        <td role="cell" class="{(isGood ? "good" : "bad")}">{state}</td>
        <td role="cell">{WebUtility.HtmlEncode(Names([.. members]))}</td></tr>
        """;

    /// <summary>The newest, and how many more.</summary>
    private static string Names(IReadOnlyList<Contact> members)
    {
        if (members.Count == 0)
            return "–";

        var newest = members.Reverse().Take(Shown).Select(contact => contact["email"] ?? contact["linkedInUrl"] ?? $"{contact.Id}");
        return string.Join(", ", newest) + (members.Count > Shown ? $" and {members.Count - Shown} more" : "");
    }

    private static string Orders(SandboxState state) => $"""
        <div class="orders">
        <form method="post" action="/_sandbox/sequences">
        <label>Sequence <select name="id">
        {string.Concat(state.Account.Sequences.Select(place => Option(place.Id, place.Name)))}</select></label>
        <label>State <select name="state">
        {string.Concat(Enum.GetNames<SequenceState>().Append(SequenceOrder.Gone).Select(name => $"<option>{name}</option>"))}</select></label>
        <button class="quiet">Change sequence</button></form>
        <form method="post" action="/_sandbox/lists" autocomplete="off">
        <label>List <select name="id"><option value="">(a new one)</option>
        {string.Concat(state.Account.Lists.Select(place => Option(place.Id, $"Remove {place.Name}")))}</select></label>
        <label>New name <input name="name"></label>
        <button class="quiet">Change list</button></form>
        <form method="post" action="/_sandbox/opt-out" autocomplete="off">
        <label>Email of a contact <input name="email" inputmode="email" required></label>
        <button class="quiet">Opt out contact</button></form>
        </div>
        """;

    private static string Option(int id, string name) => $"""<option value="{id}">{WebUtility.HtmlEncode(name)}</option>""";
}
