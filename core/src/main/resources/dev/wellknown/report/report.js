// Filters and searches. Every text in the page was put there by the template; this only shows and hides.
(() => {
  'use strict';
  const STEP = 100;
  // So many are seen at a glance.
  const FEW = 5;
  const by = id => document.getElementById(id);
  const matrix = by('matrix');
  const form = by('filter');
  if (matrix === null || form === null) {
    return;
  }
  const targets = Array.from(matrix.tBodies[0].rows, row => ({
    row,
    section: by(row.dataset.t),
    verdict: row.dataset.v,
    readers: row.dataset.r,
    rules: row.dataset.k.split(' '),
    text: null
  }));
  const [query, verdict, reader, rule] = ['q', 'verdict', 'reader', 'rule'].map(by);
  const [shown, more] = ['shown', 'more'].map(by);
  const number = new Intl.NumberFormat('en');
  let limit = STEP;

  // What is searched: name, rules, and the words of the findings; read when it is needed first.
  const text = target => {
    if (target.text === null) {
      const words = [target.row.textContent, target.row.dataset.k];
      if (target.section !== null) {
        target.section.querySelectorAll('.message, .finding dd').forEach(each => words.push(each.textContent));
      }
      target.text = words.join('\n').toLowerCase();
    }
    return target.text;
  };

  const matches = target => {
    const found = reader.value === '' ? target.verdict[0] : target.readers[Number(reader.value)];
    if (found === '-') {
      return false;
    }
    if (verdict.value !== '') {
      if (found !== verdict.value[0]) {
        return false;
      }
    }
    if (rule.value !== '') {
      if (!target.rules.includes(rule.value)) {
        return false;
      }
    }
    const words = query.value.toLowerCase().split(/\s+/).filter(word => word !== '');
    return words.every(word => text(target).includes(word));
  };

  const show = (target, visible) => {
    if (target.row.hidden === visible) {
      target.row.hidden = !visible;
      if (target.section !== null) {
        target.section.hidden = !visible;
      }
    }
  };

  const apply = () => {
    let count = 0;
    for (const target of targets) {
      const match = matches(target);
      count += match ? 1 : 0;
      show(target, match ? limit >= count : false);
    }
    const visible = Math.min(count, limit);
    shown.textContent = (visible === count ? number.format(count) : number.format(visible) + ' of ' + number.format(count) + ' that match')
      + ' of ' + number.format(targets.length) + ' shown';
    more.hidden = visible === count;
  };

  const anew = () => {
    limit = STEP;
    apply();
  };

  form.addEventListener('input', anew);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(anew));
  more.addEventListener('click', () => {
    limit += STEP;
    apply();
  });
  // On paper nothing can be asked for later.
  let before = STEP;
  addEventListener('beforeprint', () => {
    before = limit;
    limit = Infinity;
    apply();
  });
  addEventListener('afterprint', () => {
    limit = before;
    apply();
  });
  // A link to a target that is not shown shows it.
  const reveal = () => {
    const section = location.hash.startsWith('#t') ? by(location.hash.slice(1)) : null;
    if (section !== null) {
      targets.filter(target => target.section === section).forEach(target => show(target, true));
      section.scrollIntoView();
    }
  };
  addEventListener('hashchange', reveal);
  form.hidden = FEW >= targets.length;
  apply();
  reveal();
})();
