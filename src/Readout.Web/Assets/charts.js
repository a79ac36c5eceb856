// Charts of answers. ECharts is fetched only on pages that have one; the table under a chart holds the same numbers.
(() => {
  'use strict';
  const assets = document.currentScript.dataset;
  const open = new Map();
  let library;

  const load = () => library ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = assets.echarts;
    script.onload = () => done(window.echarts);
    script.onerror = failed;
    document.head.append(script);
  });

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const frame = () => ({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour('ink') },
    tooltip: { renderMode: 'richText', confine: true, backgroundColor: colour('card'), borderColor: colour('line'), textStyle: { color: colour('ink'), fontSize: 12 } },
    aria: { enabled: true },
  });
  const axis = extra => ({ axisLine: { lineStyle: { color: colour('line') } }, axisLabel: { color: colour('dim') }, splitLine: { lineStyle: { color: colour('line') } }, nameTextStyle: { color: colour('dim') }, ...extra });
  // Beside the legend of a narrow chart there is no room for the names of the axes.
  const isWide = element => element.clientWidth > 600;
  const fetchJson = async address => (await fetch(address)).json();

  const makers = {
    // Cooperation up, conflict down, mean Goldstein score as a line; a point leads to the events of its period.
    async relations(element) {
      const answer = await fetchJson(element.dataset.chart);
      const periods = [...new Set(answer.items.map(item => item.period))].sort();
      const sum = (period, name) => answer.items.filter(item => item.period === period).reduce((total, item) => total + item[name], 0);
      const mean = period => {
        const scored = answer.items.filter(item => item.period === period && item.balance !== null);
        return scored.length ? Math.round(10 * scored.reduce((total, item) => total + item.balance, 0) / scored.length) / 10 : null;
      };
      return {
        option: {
          ...frame(), legend: { top: 4, textStyle: { color: colour('ink') } }, grid: { left: 44, right: 40, top: 36, bottom: periods.length > 40 ? 56 : 30 },
          tooltip: { ...frame().tooltip, trigger: 'axis' },
          dataZoom: periods.length > 40 ? [{ type: 'slider', height: 16, bottom: 8 }] : [],
          xAxis: axis({ type: 'category', data: periods, splitLine: { show: false } }),
          yAxis: [axis({ type: 'value', name: isWide(element) ? 'events' : '', minInterval: 1, axisLabel: { color: colour('dim'), formatter: value => Math.abs(value) } }), axis({ type: 'value', name: isWide(element) ? 'Goldstein' : '', min: -10, max: 10, splitLine: { show: false } })],
          series: [
            { name: 'cooperation', type: 'bar', stack: 'events', data: periods.map(period => sum(period, 'cooperation')), itemStyle: { color: colour('cool') } },
            { name: 'conflict', type: 'bar', stack: 'events', data: periods.map(period => -sum(period, 'conflict')), itemStyle: { color: colour('hot'), decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: Math.PI / 4 } } },
            { name: 'mean score', type: 'line', yAxisIndex: 1, connectNulls: true, symbolSize: 8, data: periods.map(mean), itemStyle: { color: colour('ink') }, lineStyle: { width: 1.5 } },
          ],
        },
        click: event => { const period = event.name ?? periods[event.dataIndex]; location.href = element.dataset.points.replace('PERIOD', encodeURIComponent(period)); },
      };
    },
    async months(element) {
      const rows = JSON.parse(element.dataset.rows);
      return {
        option: {
          ...frame(), grid: { left: 44, right: 16, top: 30, bottom: 50 }, legend: { top: 2, textStyle: { color: colour('ink') } }, tooltip: { ...frame().tooltip, trigger: 'axis' },
          xAxis: axis({ type: 'category', data: rows.map(row => row[0]), splitLine: { show: false } }), yAxis: axis({ type: 'value', minInterval: 1 }),
          series: element.dataset.names.split('|').map((name, at) => ({ name, type: 'bar', stack: 'all', data: rows.map(row => row[at + 1]), itemStyle: { color: colour(['cool', 'hot', 'position', 'agreement', 'dim'][at % 5]) } })),
        },
        click: event => { if (element.dataset.points) location.href = element.dataset.points.replace('PERIOD', encodeURIComponent(event.name)); },
      };
    },
    async network(element) {
      const answer = await fetchJson(element.dataset.chart);
      const weights = new Map();
      for (const tie of answer.items) {
        for (const [id, name] of [[tie.one, tie.one_name], [tie.other, tie.other_name]]) weights.set(id, { name, events: (weights.get(id)?.events ?? 0) + tie.events });
      }
      const most = Math.max(1, ...[...weights.values()].map(node => node.events));
      return {
        option: {
          ...frame(),
          series: [{
            type: 'graph', layout: 'force', roam: true, draggable: true, left: 60, right: 120, top: 30, bottom: 30, force: { repulsion: 420, gravity: .12, edgeLength: [90, 240], layoutAnimation: false }, labelLayout: { hideOverlap: true },
            label: { show: true, position: 'right', color: colour('ink'), fontSize: 11 }, lineStyle: { curveness: .08, opacity: .75 }, emphasis: { focus: 'adjacency' },
            data: [...weights].map(([id, node]) => ({ id, name: node.name, value: node.events, symbolSize: 8 + 26 * Math.sqrt(node.events / most), itemStyle: { color: colour(/^[A-Z]{3}$/.test(id) ? 'link' : 'dim') } })),
            edges: answer.items.map(tie => ({ source: tie.one, target: tie.other, value: tie.events, lineStyle: { width: 1 + Math.log2(1 + tie.events), color: colour(tie.cooperation >= tie.conflict ? 'cool' : 'hot'), type: tie.cooperation >= tie.conflict ? 'solid' : 'dashed' } })),
          }],
        },
        click: event => {
          if (event.dataType === 'edge') location.href = `/pair/${encodeURIComponent(event.data.source)}/${encodeURIComponent(event.data.target)}`;
          else if (event.data?.id) location.href = '/actor/' + encodeURIComponent(event.data.id);
        },
      };
    },
    async map(element, echarts) {
      const [answer, world] = await Promise.all([fetchJson(element.dataset.chart), fetchJson(assets.world)]);
      if (!echarts.getMap('world')) echarts.registerMap('world', { geoJSON: world });
      const centre = new Map(world.features.map(feature => [feature.properties.code, feature.properties.at]));
      const points = answer.items.map(place => ({ name: place.place, country: place.country, events: place.events, cooperation: place.cooperation, conflict: place.conflict, at: place.latitude !== null ? [place.longitude, place.latitude] : centre.get(place.country) })).filter(place => place.at);
      const most = Math.max(1, ...points.map(point => point.events));
      return {
        option: {
          ...frame(),
          geo: { map: 'world', roam: true, scaleLimit: { min: 1, max: 12 }, itemStyle: { areaColor: colour('line'), borderColor: colour('card') }, emphasis: { disabled: true }, silent: true, top: 10, bottom: 10 },
          series: [{ type: 'scatter', coordinateSystem: 'geo', symbolSize: value => 7 + 22 * Math.sqrt(value[2] / most), data: points.map(point => ({ name: point.name, value: [...point.at, point.events], itemStyle: { color: colour(point.cooperation >= point.conflict ? 'cool' : 'hot'), opacity: .8 }, label: { show: point.events > most / 4, formatter: point.name, position: 'right', color: colour('ink'), fontSize: 11 } })) }],
          tooltip: { ...frame().tooltip, formatter: item => `${item.name}: ${item.value[2]} events` },
        },
        click: event => { location.href = element.dataset.points.replace('PLACE', encodeURIComponent(event.name)); },
      };
    },
  };

  const draw = async () => {
    for (const [element, chart] of open) {
      if (!element.isConnected || !element.firstChild) { chart.dispose(); open.delete(element); }
    }
    for (const element of document.querySelectorAll('[data-maker]')) {
      if (open.has(element)) continue;
      const echarts = await load();
      const made = await makers[element.dataset.maker](element, echarts);
      if (open.has(element) || !element.isConnected) continue;
      const chart = echarts.init(element, null, { renderer: 'canvas' });
      chart.setOption(made.option);
      chart.on('click', made.click);
      open.set(element, chart);
      element.dataset.drawn = 'yes';
    }
  };
  const redraw = () => {
    for (const [element, chart] of open) { chart.dispose(); open.delete(element); }
    return draw();
  };

  addEventListener('resize', () => { for (const chart of open.values()) chart.resize(); });
  document.addEventListener('DOMContentLoaded', draw);
  document.addEventListener('newpage', redraw);
  document.addEventListener('themechange', redraw);
})();
