namespace Gainsight.Client.Emulator;

/// <summary>
/// An object of the tenant, such as Company: its metadata and its rows. It is the back door for tests: it writes without the checks, quotas and
/// faults of the API, and may set what the API refuses (dates, GSIDs, scores). Thread-safe.
/// </summary>
public sealed partial class EmulatedObject
{
    private readonly TenantData _tenant;
    private readonly List<EmulatedField> _fields = [];
    private bool _isHighVolume;
    private int _columns;
    private readonly Dictionary<string, EmulatedField> _byName = new(StringComparer.OrdinalIgnoreCase);

    internal EmulatedObject(TenantData tenant, string name, string label, EmulatedObjectKind kind, string typePrefix)
    {
        _tenant = tenant;
        Name = name;
        Label = label;
        Kind = kind;
        TypePrefix = typePrefix;
    }

    /// <summary>The name as the documentation writes it, such as <c>Company</c> or <c>Asset__gc</c>. Requests may use any case.</summary>
    public string Name { get; }

    /// <summary>The display name.</summary>
    public string Label { get; internal set; }

    /// <summary>Standard, custom or system.</summary>
    public EmulatedObjectKind Kind { get; internal set; }

    /// <summary>Whether the record API may insert, update and delete rows. Default: <see langword="true"/>.</summary>
    public bool Writable { get; set; } = true;

    /// <summary>
    /// Whether the object is a high-volume object. Its deletions are then logged in <c>record_delete_log_high_volume</c> (official), which is
    /// added with the first such object (third party: a tenant may not have it). Earlier deletions stay where they were logged. The record API
    /// does not write custom high-volume objects (quoted), and describe says that they are not transactional (inferred).
    /// </summary>
    public bool IsHighVolume
    {
        get => _isHighVolume;
        set
        {
            lock (_tenant.Sync)
            {
                _isHighVolume = value;
                if (value)
                {
                    DeletedRecordLog.AddHighVolumeLog(_tenant);
                }
            }
        }
    }

    /// <summary>A snapshot of the fields.</summary>
    public IReadOnlyList<EmulatedField> Fields
    {
        get
        {
            lock (_tenant.Sync)
            {
                return [.. _fields];
            }
        }
    }

    /// <summary>
    /// Whether the object is the emulator's own: it holds what an administrator sets up elsewhere. Lookups and the back door see it, calls do
    /// not.
    /// </summary>
    internal bool IsHidden { get; init; }

    internal object Sync => _tenant.Sync;

    internal bool TakesRecordWrites => Writable && !(IsHighVolume && Kind == EmulatedObjectKind.Custom);

    internal string TypePrefix { get; set; }

    /// <summary>The number of values of a row, those of removed fields included.</summary>
    internal int ColumnCount => _columns;

    internal RowStore Store { get; } = new();

    /// <summary>The field that holds the GSID, or null: some system objects have none.</summary>
    internal EmulatedField? GsidField { get; private set; }

    /// <summary>The name in the list of objects, which is lower case (official sample).</summary>
    internal string ListName => string.Create(Name.Length, Name, static (span, name) => name.AsSpan().ToLowerInvariant(span));

    /// <summary>Finds a field.</summary>
    /// <param name="name">The API name, in any case.</param>
    /// <returns>The field.</returns>
    /// <exception cref="KeyNotFoundException">The object has no such field.</exception>
    public EmulatedField Field(string name)
    {
        lock (_tenant.Sync)
        {
            return FindField(name) ?? throw new KeyNotFoundException($"The object {Name} has no field {name}.");
        }
    }

    /// <summary>Adds a field. Existing rows have no value in it. Set its properties afterwards.</summary>
    /// <param name="name">The API name, which must be unique in any case.</param>
    /// <param name="dataType">The data type.</param>
    /// <returns>The new field. A picklist or multi-select has its own, empty list.</returns>
    /// <exception cref="ArgumentException">The object already has a field with that name.</exception>
    public EmulatedField AddField(string name, EmulatedDataType dataType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        lock (_tenant.Sync)
        {
            var field = new EmulatedField(this, name, dataType, _columns);
            if (!_byName.TryAdd(name, field))
            {
                throw new ArgumentException($"The object {Name} already has a field {name}.", nameof(name));
            }

            _fields.Add(field);
            _columns++;
            if (dataType.HasPicklist())
            {
                field.Picklist = _tenant.AddPicklist(name, dataType == EmulatedDataType.MultiSelect);
            }

            if (name == FieldNames.Gsid)
            {
                GsidField = field;
            }

            return field;
        }
    }

    /// <summary>
    /// Removes a field, as an administrator would while clients run: calls that name it then fail, and its values are gone. A field with the same
    /// name may be added again.
    /// </summary>
    /// <param name="name">The API name, in any case.</param>
    /// <exception cref="KeyNotFoundException">The object has no such field.</exception>
    /// <exception cref="InvalidOperationException">The field is a system field, which nobody can remove.</exception>
    public void RemoveField(string name)
    {
        lock (_tenant.Sync)
        {
            var field = Field(name);
            if (field.IsSystem || field == GsidField)
            {
                throw new InvalidOperationException($"The field {Name}.{field.Name} is a system field.");
            }

            _ = _fields.Remove(field);
            _ = _byName.Remove(field.Name);
            Store.Forget(field);
            if (field.Picklist is { } picklist)
            {
                _tenant.RemovePicklist(picklist);
            }
        }
    }

    internal EmulatedField? FindField(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The object that a lookup of this object points to.</summary>
    internal EmulatedObject? TargetOf(EmulatedField lookup) => lookup.LookupObject is { } name ? _tenant.Find(name) : null;

    internal EmulatedField? FindLookup(string lookupName) =>
        _fields.Find(field => field.LookupObject is not null
            && (string.Equals(field.LookupName, lookupName, StringComparison.OrdinalIgnoreCase)
                || string.Equals(field.ShortLookupName, lookupName, StringComparison.OrdinalIgnoreCase)));
}
