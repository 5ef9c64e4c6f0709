namespace LeadCapture.Sandbox;

/// <summary>
/// The custom fields of the account. Those that it never heard of are made as they come; those that were renamed or removed are not.
/// </summary>
internal sealed class CustomFieldList
{
    private readonly List<CustomFieldPlace> fields = [];
    private readonly HashSet<string> gone = new(StringComparer.OrdinalIgnoreCase);
    private int lastId;

    public CustomFieldList() => Clear();

    public IReadOnlyList<CustomFieldPlace> All => [.. fields];

    public string? Title(int id) => fields.Find(field => field.Id == id)?.Title;

    public bool IsGone(string title) => gone.Contains(title);

    public void Add(string title, bool isNumber)
    {
        gone.Remove(title);
        if (!fields.Exists(field => field.IsCalled(title)))
            fields.Add(new(++lastId, title, isNumber));
    }

    /// <returns>False where there is no such field, or one with the new name already.</returns>
    public bool Rename(string title, string? to)
    {
        var place = fields.FindIndex(field => field.IsCalled(title));
        if (place < 0 || to is not null && fields.Exists(field => field.IsCalled(to)))
            return false;

        gone.Add(fields[place].Title);
        if (to is null)
        {
            fields.RemoveAt(place);
            return true;
        }

        gone.Remove(to);
        fields[place] = fields[place] with { Title = to };
        return true;
    }

    public void Clear()
    {
        fields.Clear();
        gone.Clear();
        lastId = 0;
        Add("leadSource", isNumber: false);
        Add("budget", isNumber: false);
    }
}

internal sealed record CustomFieldPlace(int Id, string Title, bool IsNumber)
{
    public bool IsCalled(string title) => Title.Equals(title, StringComparison.OrdinalIgnoreCase);
}
